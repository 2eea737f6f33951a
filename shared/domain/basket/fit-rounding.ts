/**
 * 抹零 by hand: how much a promotion must take off so that what is paid comes down to a whole unit.
 *
 * What it takes off is not what the customer pays less, where a coupon or points act after it: it is sought for. The
 * answer never makes the customer pay less by a whole unit or more, nor more than before.
 */
const TRIES = 8
/** Beyond this it would stand in for an offer that it has cost the customer: that is no rounding. */
const MOST_UNITS = 2

/**
 * Fen to take off; 0 where what is to pay is whole already; null where it cannot be made whole. `payableWith` gives what
 * is to pay when so much is taken off (0: nothing), null where that is not possible.
 */
export function fitRounding(unitFen: number, payableWith: (offFen: number) => number | null): number | null {
  const before = payableWith(0)
  if (before === null) return null
  const whole = before - (before % unitFen)
  let offFen = before - whole
  for (let tries = 0; offFen > 0 && offFen < MOST_UNITS * unitFen && tries < TRIES; tries += 1) {
    const payable = payableWith(offFen)
    if (payable === null) return null
    if (payable === whole) return offFen
    offFen += payable - whole
  }
  return before === whole ? 0 : null
}
