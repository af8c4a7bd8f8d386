// Two short sounds, one for done and one for refused. Off until somebody turns them on at this computer; a locked desk
// is always heard, because what was scanned there was lent to nobody.

const KEY = "carrel.sounds";
let on = $state(localStorage.getItem(KEY) === "on");
let audio: AudioContext | undefined;

export function soundsOn(): boolean {
  return on;
}

export function toggleSounds(): void {
  on = !on;
  localStorage.setItem(KEY, on ? "on" : "off");
  cue("fine");
}

/** Plays the cue, where sounds are on. */
export function cue(kind: "fine" | "stop"): void {
  if (on) play(kind);
}

/** Says no where sounds are off too. */
export function alarm(): void {
  play("stop");
}

function play(kind: "fine" | "stop"): void {
  // A computer without sound still lends.
  if (typeof AudioContext === "undefined") return;
  audio ??= new AudioContext();
  void audio.resume();
  if (kind === "fine") beep(audio, 880, 0, 0.07);
  else {
    beep(audio, 220, 0, 0.12);
    beep(audio, 185, 0.15, 0.18);
  }
}

function beep(audio: AudioContext, pitch: number, after: number, seconds: number): void {
  const begin = audio.currentTime + after;
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.frequency.value = pitch;
  loudness.gain.setValueAtTime(0.0001, begin);
  loudness.gain.exponentialRampToValueAtTime(0.15, begin + 0.01);
  loudness.gain.exponentialRampToValueAtTime(0.0001, begin + seconds);
  tone.connect(loudness).connect(audio.destination);
  tone.start(begin);
  tone.stop(begin + seconds);
}
