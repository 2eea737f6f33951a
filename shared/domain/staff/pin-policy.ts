/** Which PINs are refused because everybody would try them first. */
import { ok, refuse, type Result } from '../result.ts'

/** Refuses a PIN whose digits are all the same or run up or down by one (9 and 0 being neighbours). `pin` is digits only. */
export function checkPinPolicy(pin: string): Result<null, 'pin-too-simple'> {
  const simple = [0, 1, 9].some((step) => runsBy(pin, step))
  return simple ? refuse('pin-too-simple') : ok(null)
}

/** Each digit is the one before it plus `step`, modulo 10. */
function runsBy(pin: string, step: number): boolean {
  for (let i = 1; i < pin.length; i++) {
    if (Number(pin[i]) !== (Number(pin[i - 1]) + step) % 10) return false
  }
  return true
}
