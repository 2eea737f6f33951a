/** What a screen or a receipt shows of a member: enough to ask, too little to misuse. */

/** 13812345678 → 138****5678; other numbers keep two digits at each end. */
export function maskPhone(phone: string): string {
  if (/^\d{11}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  return phone.length <= 4 ? '****' : `${phone.slice(0, 2)}****${phone.slice(-2)}`
}

/** The last four digits of a card's number. */
export function cardTail(cardNumber: string): string {
  return cardNumber.slice(-4)
}
