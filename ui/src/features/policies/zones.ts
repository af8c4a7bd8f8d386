// The time zones to choose from: this computer's first, then all that it knows; some under their everyday names too.

// Cities that give no zone its name, and what people call the zone. The usual one of a name comes first.
const EVERYDAY: Record<string, string> = {
  "America/New_York": "Eastern Time EST EDT Boston Philadelphia Washington Atlanta Miami",
  "America/Chicago": "Central Time CST CDT Dallas Houston Minneapolis New Orleans St. Louis",
  "America/Denver": "Mountain Time MST MDT Salt Lake City Albuquerque",
  "America/Phoenix": "Mountain Standard Time MST Arizona",
  "America/Los_Angeles": "Pacific Time PST PDT San Francisco Seattle Portland Las Vegas San Diego",
  "America/Anchorage": "Alaska Time AKST AKDT",
  "Pacific/Honolulu": "Hawaii Time HST",
  "America/Puerto_Rico": "Atlantic Standard Time AST San Juan",
  "America/Halifax": "Atlantic Time AST ADT Nova Scotia",
  "America/St_Johns": "Newfoundland Time NST NDT",
  "America/Toronto": "Eastern Time EST EDT Ottawa Montreal",
  "America/Winnipeg": "Central Time CST CDT Manitoba",
  "America/Regina": "Central Standard Time CST Saskatchewan",
  "America/Edmonton": "Mountain Time MST MDT Calgary",
  "America/Vancouver": "Pacific Time PST PDT British Columbia",
  "Europe/London": "Greenwich GMT BST United Kingdom Edinburgh Manchester",
  "Europe/Lisbon": "Western European Time WET Portugal",
  "Europe/Berlin": "Central European Time CET CEST Germany Munich Hamburg Frankfurt",
  "Europe/Helsinki": "Eastern European Time EET EEST Finland",
  "Asia/Kolkata": "India Time IST Delhi Mumbai Bangalore Chennai",
  "Asia/Calcutta": "India Time IST Delhi Mumbai Bangalore Chennai",
  "Asia/Tokyo": "Japan Time JST Osaka",
  "Asia/Shanghai": "China Time Beijing",
  "Australia/Sydney": "Australian Eastern Time AEST AEDT Canberra",
  "Australia/Perth": "Australian Western Time AWST",
  "Pacific/Auckland": "New Zealand Time NZST NZDT Wellington",
};

/** What this computer goes by. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** Options for a choice of zones; the one in use is always among them. */
export function zoneOptions(inUse: string): { value: string; label: string; also?: string }[] {
  const known = Intl.supportedValuesOf("timeZone");
  const everyday = Object.keys(EVERYDAY).filter((zone) => known.includes(zone));
  const zones = new Set([inUse, zoneHere(), ...everyday, ...known, "UTC"].filter(Boolean));
  return [...zones].map((zone) => {
    const also = EVERYDAY[zone];
    return { value: zone, label: zone.replaceAll("_", " "), ...(also ? { also } : {}) };
  });
}
