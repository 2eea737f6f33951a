/** Every counter-account by name: where value comes from and where it goes when a member's account changes. */

/** Takings that are counted: what is in the drawer, with the acquirer, with the mobile provider. */
export const CASH = 'cash'
export const BANK_CARD = 'bank-card'
export const MOBILE = 'mobile'
/** What goods were sold for, tax included. */
export const SALES = 'sales'
/** Money that went out beside the till, by a transfer or the provider's own app; noted by hand. */
export const PAID_ELSEWHERE = 'paid-elsewhere'
/** What members paid with value that they had bought before. */
export const STORED_VALUE_SPENT = 'stored-value-spent'
/** What the shop took for stored value and owes in goods. */
export const STORED_VALUE_SOLD = 'stored-value-sold'
/** What the shop gave back in money for stored value when an account was closed. */
export const STORED_VALUE_PAID_OUT = 'stored-value-paid-out'
/** Principal, bonus and points that went out of members' accounts by spending. */
export const REDEEMED = 'redeemed'
/** Principal that members bought. */
export const SOLD = 'sold'
/** Principal that was paid out when its account was closed. */
export const PAID_OUT = 'paid-out'
/** Bonus that ended with its account. */
export const CANCELLED = 'cancelled'
/** Points and bonus that the shop gave. */
export const ISSUED = 'issued'
/** Balances that came from before this till's first row. */
export const OPENING = 'opening'

/** The account of a member; lots and assets tell its parts apart. */
export function memberAccount(memberId: string): string {
  return `member:${memberId}`
}
