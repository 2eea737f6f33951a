/** A birthday as the file has it: 'MM-DD', or 'L08-15' by the lunar calendar. */
export function birthdayText(birthday: string, lunar: string): string {
  return birthday.startsWith('L') ? `${lunar} ${birthday.slice(1)}` : birthday
}
