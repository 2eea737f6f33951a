/**
 * Short sounds made by the machine itself: found (one high note), unknown (two low ones), paid (a rising third).
 * They can be muted, remembered on this machine. Where there is no sound device, they are silent and nothing breaks.
 */
export type Sound = 'found' | 'unknown' | 'paid'

interface Note {
  readonly hertz: number
  readonly atSeconds: number
  readonly seconds: number
}

const NOTES: Record<Sound, { wave: OscillatorType; gain: number; notes: readonly Note[] }> = {
  found: { wave: 'sine', gain: 0.14, notes: [{ hertz: 1760, atSeconds: 0, seconds: 0.07 }] },
  unknown: {
    wave: 'triangle',
    gain: 0.24,
    notes: [
      { hertz: 330, atSeconds: 0, seconds: 0.12 },
      { hertz: 247, atSeconds: 0.15, seconds: 0.2 },
    ],
  },
  paid: {
    wave: 'sine',
    gain: 0.16,
    notes: [
      { hertz: 1047, atSeconds: 0, seconds: 0.09 },
      { hertz: 1319, atSeconds: 0.09, seconds: 0.18 },
    ],
  },
}

const STORAGE_KEY = 'zhanggui.muted'
let context: AudioContext | null = null

export function soundsMuted(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'yes'
  } catch {
    return false
  }
}

export function muteSounds(muted: boolean): void {
  try {
    localStorage.setItem(STORAGE_KEY, muted ? 'yes' : 'no')
  } catch {
    // A browser that forbids storage forgets the choice with the window.
  }
}

/** Plays `sound` unless muted; returns at once and never throws. */
export function play(sound: Sound): void {
  if (soundsMuted() || typeof AudioContext === 'undefined') return
  try {
    context ??= new AudioContext()
    if (context.state === 'suspended') void context.resume().catch(() => undefined)
    const { wave, gain, notes } = NOTES[sound]
    for (const note of notes) playNote(context, wave, gain, note)
  } catch {
    // A machine without a sound device sells silently.
  }
}

function playNote(audio: AudioContext, wave: OscillatorType, gain: number, note: Note): void {
  const start = audio.currentTime + note.atSeconds
  const oscillator = audio.createOscillator()
  const envelope = audio.createGain()
  oscillator.type = wave
  oscillator.frequency.value = note.hertz
  envelope.gain.setValueAtTime(0, start)
  envelope.gain.linearRampToValueAtTime(gain, start + 0.008)
  envelope.gain.exponentialRampToValueAtTime(0.0001, start + note.seconds)
  oscillator.connect(envelope).connect(audio.destination)
  oscillator.start(start)
  oscillator.stop(start + note.seconds + 0.02)
}
