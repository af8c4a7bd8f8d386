// A person of whom nothing is known yet.
import type { StaffDetails, StaffLimits } from "$api/generated";

export const blankDetails: StaffDetails = {
  name: "",
  called: "",
  position: "",
  email: "",
  phone: "",
  wanted_minutes: null,
  most_minutes: null,
  student: false,
  senior: false,
  keyholder: false,
  begins: null,
  ends: null,
  active: true,
};

export const blankLimits: StaffLimits = {
  elsewhere_minutes: 0,
  least_minutes: null,
  split_gap_minutes: null,
  born: null,
  minor: false,
  permit: "none",
  permit_ends: null,
  award: null,
  award_minutes: null,
  award_from: null,
  hourly_pay: null,
};
