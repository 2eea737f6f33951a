/**
 * What staff does to members, as commands of the simulation: registers, edits, notes, cards that are lost, found, frozen and
 * replaced, files that are merged, whole phones that are looked at. Members are the small shop's and those of the run itself.
 */
import { changeCard, issueCard, replaceCard } from '../../electron/features/members/member-cards.ts'
import { addNote, endFollowUp } from '../../electron/features/members/member-notes.ts'
import { mergeMembers } from '../../electron/features/members/merge-members.ts'
import { registerMember } from '../../electron/features/members/register-member.ts'
import { revealPhone } from '../../electron/features/members/reveal-phone.ts'
import { saveMember } from '../../electron/features/members/save-member.ts'
import type { Core } from '../../electron/core.ts'
import type { Result } from '../../shared/domain/result.ts'
import { memberCardNumber } from '../../shared/domain/member/card-number.ts'
import type { SellingTill } from '../till/selling-till.ts'
import { people } from '../till/small-shop.ts'
import { members } from '../till/small-shop-members.ts'
import type { Dice } from './dice.ts'
import type { SimulatedCommand } from './simulated-command.ts'

type Maker = (till: SellingTill, dice: Dice) => SimulatedCommand

function command<Facts extends object>(
  name: string,
  facts: Facts,
  run: (core: Core, facts: Facts) => Promise<Result<unknown>> | Result<unknown>,
): SimulatedCommand {
  return { name, facts: facts as Readonly<Record<string, unknown>>, run: ({ core }) => run(core, facts) }
}

/** serials of a few blank cards, so that one is bound twice now and then */
const BLANK_CARDS = Array.from({ length: 12 }, (_, serial) => memberCardNumber(500 + serial)).filter(
  (card) => card !== null,
)
const PHONES = ['13900007531', '13812340001', '13812340002', '13812340003', '138123', '+85291112222']
const NAMES = ['诸葛文', '慕容雪', '买买提·艾合买提', '何欣然']
const APPROVAL = { operatorId: people.supervisor.operatorId, pin: people.supervisor.pin }

function memberIds({ core }: SellingTill): string[] {
  const registered = core.store.sqlite
    .prepare<[], { memberId: string }>('SELECT member_id AS memberId FROM members ORDER BY member_id')
    .all()
  return registered.map((row) => row.memberId)
}

const someMember = (till: SellingTill, dice: Dice): string => dice.pick(memberIds(till))

function someCard({ core }: SellingTill, dice: Dice): string {
  const cards = core.store.sqlite
    .prepare<[], { cardNumber: string }>('SELECT card_number AS cardNumber FROM cards ORDER BY card_number')
    .all()
  return dice.pick(cards).cardNumber
}

function waiting({ core }: SellingTill): string {
  const note = core.store.sqlite
    .prepare<[], { noteId: string }>('SELECT note_id AS noteId FROM member_notes WHERE due_on IS NOT NULL LIMIT 1')
    .get()
  return note?.noteId ?? core.newId()
}

const fresh = ({ core }: SellingTill) => ({ commandId: core.newId() })

export const memberCommands: readonly [number, Maker][] = [
  [
    3,
    (till, dice) =>
      command(
        'register',
        {
          ...fresh(till),
          memberId: till.core.newId(),
          phone: dice.pick(PHONES),
          name: dice.pick(NAMES),
          consent: dice.happens(0.5),
          card: dice.pick([null, ...BLANK_CARDS]),
          otherPerson: dice.happens(0.7),
        },
        registerMember,
      ),
  ],
  [
    2,
    (till, dice) => {
      const memberId = someMember(till, dice)
      const facts = {
        ...fresh(till),
        memberId,
        expectedVersion: till.core.stores.memberFiles.person(memberId)?.version ?? 1,
        name: dice.pick(NAMES),
        phone: dice.happens(0.5) ? null : dice.pick(PHONES),
        sex: null,
        birthday: dice.pick([null, '02-29', 'L08-15', '13-01']),
        address: '思南路 9 号',
        email: '',
        source: null,
        servedBy: null,
        consent: dice.happens(0.5),
        tags: ['熟客'],
      }
      return command('save-member', facts, saveMember)
    },
  ],
  [
    2,
    (till, dice) => {
      const dueOn = dice.pick([null, '2026-12-01'])
      const kind = dueOn === null ? ('note' as const) : ('follow-up' as const)
      const facts = {
        ...fresh(till),
        memberId: someMember(till, dice),
        noteId: till.core.newId(),
        kind,
        text: '喜欢靠窗的位置',
        dueOn,
      }
      return command('note', facts, addNote)
    },
  ],
  [1, (till) => command('follow-up-done', { ...fresh(till), noteId: waiting(till) }, endFollowUp)],
  [
    1,
    (till, dice) =>
      command('reveal', { ...fresh(till), memberId: someMember(till, dice), reason: 'call' }, revealPhone),
  ],
  [
    2,
    (till, dice) =>
      command(
        'issue-card',
        { ...fresh(till), memberId: someMember(till, dice), card: dice.pick(BLANK_CARDS) },
        issueCard,
      ),
  ],
  [
    4,
    (till, dice) =>
      command(
        'change-card',
        {
          ...fresh(till),
          cardNumber: someCard(till, dice),
          change: dice.pick(['lose', 'lose', 'find', 'freeze', 'unfreeze'] as const),
          reason: 'customer',
        },
        changeCard,
      ),
  ],
  [
    2,
    (till, dice) =>
      command(
        'replace-card',
        { ...fresh(till), cardNumber: someCard(till, dice), card: dice.pick(BLANK_CARDS), reason: 'damaged' },
        replaceCard,
      ),
  ],
  [
    2,
    (till, dice) =>
      command(
        'merge',
        { ...fresh(till), memberId: someMember(till, dice), otherId: dice.pick(members).memberId, approval: APPROVAL },
        mergeMembers,
      ),
  ],
]
