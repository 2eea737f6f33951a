/**
 * Where the window stood. Kept as window.json in the data folder and taken over only as far as a display is there to
 * show it: a second monitor may be gone by tomorrow. A file that cannot be read or written costs nothing but the place.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A rectangle of the desktop, in device-independent pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const MIN_SIZE = { width: 1024, height: 700 } as const

export interface WindowState extends Area {
  readonly maximised: boolean
}

/** So much of the window's upper edge must be on some display for somebody to take hold of it. */
const GRIP = { width: 200, height: 40 } as const

const stateFile = (dataDir: string): string => join(dataDir, 'window.json')

export function readWindowState(dataDir: string): WindowState | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(stateFile(dataDir), 'utf8'))
    return isWindowState(read) ? read : undefined
  } catch {
    return undefined
  }
}

// By hand: a schema library would be loaded before the window's first paint for this alone.
function isWindowState(read: unknown): read is WindowState {
  if (typeof read !== 'object' || read === null) return false
  const fields: Record<string, unknown> = { ...read }
  const pixels = ['x', 'y', 'width', 'height'].map((name) => fields[name])
  return (
    pixels.every((value) => Number.isInteger(value) && Math.abs(Number(value)) < 100_000) &&
    typeof fields['maximised'] === 'boolean'
  )
}

export function writeWindowState(dataDir: string, state: WindowState): void {
  const file = stateFile(dataDir)
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  } catch {
    // The till itself says so when its folder cannot be written.
  }
}

/** The state as it can be shown on these displays, or undefined where its place is gone. */
export function fitToDisplays(state: WindowState, workAreas: readonly Area[]): WindowState | undefined {
  const home = workAreas.find(
    (area) =>
      overlap(state.x, state.width, area.x, area.width) >= GRIP.width &&
      state.y >= area.y - GRIP.height / 2 &&
      state.y <= area.y + area.height - GRIP.height,
  )
  if (home === undefined) return undefined
  return {
    ...state,
    width: Math.max(MIN_SIZE.width, Math.min(state.width, home.width)),
    height: Math.max(MIN_SIZE.height, Math.min(state.height, home.height)),
  }
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)
}
