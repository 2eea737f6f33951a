/** Every counter-account by name: where value comes from and where it goes when a member's account changes. */

/** Takings that are counted: what is in the drawer, with the acquirer, with the mobile provider. */
export const CASH = 'cash'
export const BANK_CARD = 'bank-card'
export const MOBILE = 'mobile'
/** What goods were sold for, tax included. */
export const SALES = 'sales'
/** What members paid with value that they had bought before. */
export const STORED_VALUE_SPENT = 'stored-value-spent'
/** Principal, bonus and points that went out of members' accounts by spending. */
export const REDEEMED = 'redeemed'
/** Points and bonus that the shop gave. */
export const ISSUED = 'issued'
/** Balances that came from before this till's first row. */
export const OPENING = 'opening'

/** The account of a member; lots and assets tell its parts apart. */
export function memberAccount(memberId: string): string {
  return `member:${memberId}`
}
