/** Members at the till and on their page: found, registered, looked after, their cards, and files that become one. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Approval, BusinessDay, Command, errors, Fen, Id, Instant, Label } from './primitives.ts'
import { FoundMember } from './till.ts'

/** How a member came to the shop. */
export const MemberSource = z.enum(['walk-in', 'friend', 'online', 'event', 'staff', 'other'])
export type MemberSource = z.infer<typeof MemberSource>

/** Why a whole phone number is shown. */
export const RevealReason = z.enum(['call', 'verify', 'deliver', 'correct'])
export type RevealReason = z.infer<typeof RevealReason>

export const CardReason = z.enum(['customer', 'damaged', 'misuse', 'mistake', 'other'])
export type CardReason = z.infer<typeof CardReason>

export const NoteKind = z.enum(['note', 'follow-up', 'feedback'])
export type NoteKind = z.infer<typeof NoteKind>

const PersonName = z.string().trim().min(1).max(20)
/** as typed; the core reads it and says what is wrong */
const PhoneText = z.string().trim().min(1).max(24)
const CardText = z.string().trim().min(1).max(24)
/** 'MM-DD'; by the lunar calendar 'L08-15' */
const Birthday = z.string().regex(/^L?\d{2}-\d{2}$/)
const Tag = z.string().trim().min(1).max(12)

export const MemberCard = z.object({
  cardNumber: z.string(),
  tail: z.string(),
  status: z.enum(['active', 'lost', 'frozen', 'closed']),
  /** newest first */
  events: z.array(
    z.object({
      kind: z.enum(['issue', 'lose', 'find', 'freeze', 'unfreeze', 'replace', 'move']),
      reason: CardReason.nullable(),
      at: Instant,
      by: z.string(),
      approvedBy: z.string().nullable(),
    }),
  ),
})
export type MemberCard = z.infer<typeof MemberCard>

export const MemberNote = z.object({
  noteId: Id,
  memberId: Id,
  kind: NoteKind,
  text: z.string(),
  dueOn: BusinessDay.nullable(),
  at: Instant,
  by: z.string(),
  doneAt: Instant.nullable(),
})
export type MemberNote = z.infer<typeof MemberNote>

export const AccountEntry = z.object({
  seq: z.int(),
  at: Instant,
  kind: Label,
  receiptNo: z.string().nullable(),
  asset: z.enum(['PRINCIPAL', 'BONUS', 'POINTS']),
  amount: z.int(),
})
export type AccountEntry = z.infer<typeof AccountEntry>

export const MemberFile = z.object({
  memberId: Id,
  /** of the personal fields; an edit names the one that it was made from */
  version: z.int(),
  name: z.string(),
  maskedPhone: z.string(),
  sex: z.enum(['female', 'male']).nullable(),
  birthday: z.string().nullable(),
  birthdayInDays: z.int().nullable(),
  address: z.string(),
  email: z.string(),
  source: MemberSource.nullable(),
  servedBy: z.object({ operatorId: Id, name: z.string() }).nullable(),
  consent: z.boolean(),
  tags: z.array(z.string()),
  registeredAt: Instant.nullable(),
  registeredBy: z.string().nullable(),
  tier: z.object({
    id: z.string().nullable(),
    label: Label.nullable(),
    growthFen: Fen,
    next: z.object({ label: Label, missingFen: Fen, percent: z.int() }).nullable(),
    /** what is still to be spent so that the tier is kept at the next review; 0 where it is safe, null where there is none to lose */
    keepFen: Fen.nullable(),
    reviewOn: BusinessDay,
    lifts: z.array(z.object({ at: Instant, label: Label })),
  }),
  account: z.object({
    principalFen: Fen,
    bonusFen: Fen,
    points: z.int(),
    /** bonus and points that lapse, the earliest first */
    lapsing: z.array(z.object({ asset: z.enum(['BONUS', 'POINTS']), amount: z.int(), expiresOn: BusinessDay })),
  }),
  cards: z.array(MemberCard),
  coupons: z.array(z.object({ couponId: z.string(), label: Label, expiresOn: BusinessDay.nullable() })),
  visits: z.object({
    visits: z.int(),
    totalFen: Fen,
    averageFen: Fen,
    lastAt: Instant.nullable(),
    everyDays: z.int().nullable(),
    overdue: z.boolean(),
    favourites: z.array(z.object({ label: Label, visits: z.int() })),
    last: z.array(z.object({ saleId: Id, receiptNo: z.string(), at: Instant, pieces: z.int(), payableFen: Fen })),
  }),
  entries: z.array(AccountEntry),
  /** there are older entries than these */
  moreEntries: z.boolean(),
  notes: z.array(MemberNote),
  /** other members with the same phone or name */
  twins: z.array(FoundMember),
})
export type MemberFile = z.infer<typeof MemberFile>

const base = oc.errors(errors)
const OnMember = Command.extend({ memberId: Id })

export const membersContract = {
  find: base
    .route({ method: 'POST', path: '/members/find', summary: 'As at the till, with or without an open shift' })
    .input(z.object({ query: z.string().trim().min(1).max(40) }))
    .output(z.array(FoundMember)),
  twins: base
    .route({ method: 'POST', path: '/members/twins', summary: 'Members with this phone or exactly this name' })
    .input(z.object({ phone: z.string().trim().max(24), name: z.string().trim().max(20) }))
    .output(z.array(FoundMember)),
  due: base
    .route({
      method: 'GET',
      path: '/members/due',
      summary: 'Follow-ups that wait: overdue, today, the next seven days',
    })
    .output(z.array(MemberNote.extend({ memberName: z.string() }))),
  register: base
    .route({ method: 'POST', path: '/members', summary: 'A new member; a card is optional: its number, or "new"' })
    .input(
      OnMember.extend({
        phone: PhoneText,
        name: PersonName,
        consent: z.boolean(),
        card: z.union([CardText, z.literal('new')]).nullable(),
        /** somebody has looked at whoever has this phone already, and it is another person */
        otherPerson: z.boolean(),
      }),
    )
    .output(z.object({ memberId: Id, cardNumber: z.string().nullable() })),
  file: base
    .route({
      method: 'POST',
      path: '/members/file',
      summary: 'Everything about a member; a merged one leads to the file that stays',
    })
    .input(z.object({ memberId: Id }))
    .output(MemberFile),
  entries: base
    .route({ method: 'POST', path: '/members/entries', summary: 'Entries of the account, older than a row' })
    .input(z.object({ memberId: Id, beforeSeq: z.int() }))
    .output(z.object({ entries: z.array(AccountEntry), more: z.boolean() })),
  save: base
    .route({ method: 'POST', path: '/members/save', summary: 'Edit the file; a null phone stays as it is' })
    .input(
      OnMember.extend({
        expectedVersion: z.int(),
        name: PersonName,
        phone: PhoneText.nullable(),
        sex: z.enum(['female', 'male']).nullable(),
        birthday: Birthday.nullable(),
        address: z.string().trim().max(100),
        email: z.union([z.email().max(60), z.literal('')]),
        source: MemberSource.nullable(),
        servedBy: Id.nullable(),
        consent: z.boolean(),
        tags: z.array(Tag).max(12),
      }),
    )
    .output(MemberFile),
  revealPhone: base
    .route({ method: 'POST', path: '/members/reveal', summary: 'The whole phone number, for a reason that is logged' })
    .input(OnMember.extend({ reason: RevealReason }))
    .output(z.object({ phone: z.string() })),
  addNote: base
    .route({ method: 'POST', path: '/members/notes', summary: 'A note, feedback, or a follow-up with its day' })
    .input(
      OnMember.extend({
        noteId: Id,
        kind: NoteKind,
        text: z.string().trim().min(1).max(200),
        dueOn: BusinessDay.nullable(),
      }),
    )
    .output(MemberFile),
  endFollowUp: base
    .route({ method: 'POST', path: '/members/notes/end', summary: 'A follow-up is done' })
    .input(Command.extend({ noteId: Id }))
    .output(MemberFile),
  issueCard: base
    .route({
      method: 'POST',
      path: '/members/cards',
      summary: 'Bind a blank card by its number, or "new" for one without plastic',
    })
    .input(OnMember.extend({ card: z.union([CardText, z.literal('new')]) }))
    .output(MemberFile),
  changeCard: base
    .route({ method: 'POST', path: '/members/cards/change', summary: 'Report lost, find again, freeze, unfreeze' })
    .input(
      Command.extend({
        cardNumber: z.string().max(24),
        change: z.enum(['lose', 'find', 'freeze', 'unfreeze']),
        reason: CardReason,
        approval: Approval.optional(),
      }),
    )
    .output(MemberFile),
  replaceCard: base
    .route({
      method: 'POST',
      path: '/members/cards/replace',
      summary: 'Close a card; the new one leads to the same account',
    })
    .input(
      Command.extend({
        cardNumber: z.string().max(24),
        card: z.union([CardText, z.literal('new')]),
        reason: CardReason,
      }),
    )
    .output(MemberFile),
  merge: base
    .route({
      method: 'POST',
      path: '/members/merge',
      summary: 'Two files of one person: everything moves to the one that stays',
    })
    .input(OnMember.extend({ otherId: Id, approval: Approval.optional() }))
    .output(MemberFile),
}
