/** Points earned in a year lapse with the end of the next one. */
export function pointsExpiry(businessDay: string): string {
  return `${String(Number(businessDay.slice(0, 4)) + 1).padStart(4, '0')}-12-31`
}
