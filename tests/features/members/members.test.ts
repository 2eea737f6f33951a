/** The member's file through its use cases: registering, editing, notes, the whole phone, cards, files that become one. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../../electron/core.ts'
import { dueFollowUps, findTwins } from '../../../electron/features/members/find-files.ts'
import { changeCard, issueCard, replaceCard } from '../../../electron/features/members/member-cards.ts'
import { memberEntries, memberFile } from '../../../electron/features/members/member-file.ts'
import { addNote, endFollowUp } from '../../../electron/features/members/member-notes.ts'
import { mergeMembers } from '../../../electron/features/members/merge-members.ts'
import { registerMember } from '../../../electron/features/members/register-member.ts'
import { revealPhone } from '../../../electron/features/members/reveal-phone.ts'
import { saveMember } from '../../../electron/features/members/save-member.ts'
import { attachCard, attachMember } from '../../../electron/features/till/choose-member.ts'
import { memberCardNumber } from '../../../shared/domain/member/card-number.ts'
import { keptText } from '../test-till.ts'
import { checkOut, onOrder, startPaying, take } from '../../till/checkout.ts'
import { openSellingTill, type SellingTill } from '../../till/selling-till.ts'
import { must, people, refusal } from '../../till/small-shop.ts'
import {
  cardOf,
  nearSilver,
  wealthy,
  withFrozenCard,
  withLostCard,
  withoutCard,
} from '../../till/small-shop-members.ts'
import { auditTables } from '../../simulation/auditor.ts'

let till: SellingTill
let core: Core
beforeEach(async () => {
  till = await openSellingTill()
  core = till.core
})
afterEach(() => {
  expect(auditTables(core.store.sqlite)).toEqual([])
  till.close()
})

const id = (): string => core.newId()
/** the first blank card from a serial on that is no EAN-13 as well */
const blank = (serial: number): string => memberCardNumber(serial) ?? blank(serial + 1)
const newcomer = () => ({
  commandId: id(),
  memberId: id(),
  phone: '137 6655 4433',
  name: '欧阳静怡',
  consent: true,
  card: null as string | null,
  otherPerson: false,
})
const supervisor = { operatorId: people.supervisor.operatorId, pin: people.supervisor.pin }
const edit = (memberId: string) => {
  const file = must(memberFile(core, memberId))
  const { name, sex, birthday, address, email, source, consent, tags, version } = file
  const fields = { name, phone: null as string | null, sex, birthday, address, email, source, consent, tags }
  return { commandId: id(), memberId, expectedVersion: version, servedBy: null as string | null, ...fields }
}

describe('registering', () => {
  test('is one row, found at once by phone, name and pinyin, with nothing personal in the chain', () => {
    const before = core.store.head.seq
    const command = newcomer()
    expect(must(registerMember(core, command))).toEqual({ memberId: command.memberId, cardNumber: null })
    expect(core.store.head.seq).toBe(before + 1)
    for (const query of ['13766554433', '4433', '欧阳', 'ouyang', 'oyjy'])
      expect(
        core.members.find(query, 5).map((row) => row.memberId),
        query,
      ).toContain(command.memberId)
    for (const secret of ['13766554433', '欧阳静怡', '4433']) expect(keptText(core)).not.toContain(secret)
    expect(must(memberFile(core, command.memberId))).toMatchObject({
      name: '欧阳静怡',
      maskedPhone: '137****4433',
      consent: true,
      registeredBy: people.cashier.name,
      tier: { label: { zh: '普卡' } },
      cards: [],
      entries: [],
      visits: { visits: 0, averageFen: 0, everyDays: null },
    })
  })

  test('with a card at once: a blank one that was read, or one without plastic', () => {
    const plastic = { ...newcomer(), card: blank(42) }
    expect(must(registerMember(core, plastic)).cardNumber).toBe(blank(42))
    must(attachCard(core, { ...onOrder(core), cardNumber: blank(42) }))
    expect(core.memory.order.memberId).toBe(plastic.memberId)
    const drawn = must(registerMember(core, { ...newcomer(), phone: '13766554434', card: 'new' })).cardNumber
    expect(drawn).toMatch(/^889\d{10}$/)
    expect(core.stores.members.card(drawn ?? '')?.status).toBe('active')
  })

  test('twice with one id is done once; another file under that id is refused', () => {
    const command = { ...newcomer(), card: 'new' }
    const first = must(registerMember(core, command))
    const { head } = core.store
    expect(must(registerMember(core, command))).toEqual(first)
    expect(core.store.head).toEqual(head)
    expect(refusal(registerMember(core, { ...command, memberId: id() })).code).toBe('command-reused')
  })

  test.each([
    ['1381234567', 'phone-length', { digits: 10 }],
    ['138123456789', 'phone-length', { digits: 12 }],
    ['12812345678', 'phone-wrong', {}],
    ['abc', 'phone-wrong', {}],
    ['+1', 'phone-wrong', {}],
  ])('phone %s is refused with %s', (phone, code, params) => {
    expect(refusal(registerMember(core, { ...newcomer(), phone }))).toEqual({ code, params })
  })

  test('a phone that somebody has: refused by name, unless somebody looked', () => {
    const command = { ...newcomer(), phone: wealthy.person.phone }
    expect(refusal(registerMember(core, command))).toEqual({
      code: 'phone-taken',
      params: { name: wealthy.person.name },
    })
    expect(must(findTwins(core, { phone: '139 0000 7531', name: '何欣然' })).map((twin) => twin.memberId)).toEqual([
      wealthy.memberId,
      nearSilver.memberId,
    ])
    must(registerMember(core, { ...command, otherPerson: true }))
    expect(must(memberFile(core, wealthy.memberId)).twins.map((twin) => twin.memberId)).toEqual([command.memberId])
  })

  test('a card that somebody has, and a number that is none', () => {
    const command = newcomer()
    expect(refusal(registerMember(core, { ...command, card: cardOf(wealthy) }))).toMatchObject({ code: 'card-taken' })
    for (const card of ['8800000000010', '123', '6901234567892'])
      expect(refusal(registerMember(core, { ...command, card })).code).toBe('card-number-wrong')
    expect(core.members.find('13766554433', 1)).toEqual([])
  })
})

describe('the file', () => {
  test('is edited by versions; an edit of an older one is refused', () => {
    const command = {
      ...edit(wealthy.memberId),
      address: '思南路 9 号',
      email: 'zhen@example.com',
      birthday: '02-29',
      tags: ['爱喝茶', '爱喝茶'],
    }
    must(saveMember(core, { ...command, phone: '+85291234567', source: 'friend', servedBy: people.cashier.operatorId }))
    expect(must(memberFile(core, wealthy.memberId))).toMatchObject({
      version: 2,
      maskedPhone: '+8****67',
      address: '思南路 9 号',
      source: 'friend',
      servedBy: { name: people.cashier.name },
      tags: ['爱喝茶'],
    })
    expect(refusal(saveMember(core, { ...command, commandId: id() })).code).toBe('member-changed')
    expect(core.members.find('+85291', 5).map((row) => row.memberId)).toEqual([wealthy.memberId])
    for (const secret of ['思南路', 'zhen@', '91234567']) expect(keptText(core)).not.toContain(secret)
  })

  test.each(['02-30', '13-01', 'L13-01', 'L01-31'])('birthday %s is refused', (birthday) => {
    expect(refusal(saveMember(core, { ...edit(wealthy.memberId), birthday })).code).toBe('birthday-wrong')
  })

  test('a lunar birthday is kept on its solar day', () => {
    must(saveMember(core, { ...edit(wealthy.memberId), birthday: 'L10-15' }))
    // 2026-11-23 is the 15th of the tenth lunar month
    expect(must(memberFile(core, wealthy.memberId)).birthdayInDays).toBe(0)
  })

  test('shows account, purchases, coupons and what keeps the tier', () => {
    must(attachMember(core, { ...onOrder(core), memberId: wealthy.memberId }))
    take(core, 'BUN')
    startPaying(core)
    checkOut(core, 'stored-value')
    const file = must(memberFile(core, wealthy.memberId))
    expect(file.entries[0]).toMatchObject({ kind: { zh: '消费' } })
    expect(file.entries.some((entry) => entry.kind.zh === '期初' && entry.amount === 300_000)).toBe(true)
    expect(file.visits).toMatchObject({ visits: 1, favourites: [{ visits: 1 }] })
    expect(file.visits.averageFen).toBe(file.visits.last[0]?.payableFen)
    expect(file.account.principalFen + file.account.bonusFen).toBe(400_000 - file.visits.totalFen)
    expect(file.coupons.length).toBeGreaterThan(0)
    expect(file.tier.reviewOn).toBe('2026-12-01')
    expect(file.tier.keepFen).toBeGreaterThan(0)
    expect(must(memberFile(core, nearSilver.memberId)).tier).toMatchObject({
      keepFen: null,
      next: { missingFen: 1000 },
    })
    expect(
      must(memberEntries(core, { memberId: wealthy.memberId, beforeSeq: file.entries[0]?.seq ?? 0 })).entries.length,
    ).toBe(file.entries.filter((entry) => entry.seq !== file.entries[0]?.seq).length)
  })

  test('a whole phone is shown once it is logged who wanted it and why', () => {
    const command = { commandId: id(), memberId: wealthy.memberId, reason: 'call' }
    expect(must(revealPhone(core, command))).toEqual({ phone: wealthy.person.phone })
    expect(must(revealPhone(core, command))).toEqual({ phone: wealthy.person.phone })
    const logged = core.store.sqlite
      .prepare("SELECT operator_id AS operatorId, subject, detail FROM audit WHERE action = 'member-phone-shown'")
      .all()
    expect(logged).toEqual([
      { operatorId: people.cashier.operatorId, subject: wealthy.memberId, detail: '{"reason":"call"}' },
    ])
    expect(keptText(core)).not.toContain(wealthy.person.phone)
  })

  test('notes, and follow-ups that wait until they are done', () => {
    const { memberId } = wealthy
    const note = { commandId: id(), memberId, noteId: id(), kind: 'feedback' as const, text: '面包有点咸', dueOn: null }
    must(addNote(core, note))
    const follow = {
      ...note,
      commandId: id(),
      noteId: id(),
      kind: 'follow-up' as const,
      text: '问新品意见',
      dueOn: '2026-11-25',
    }
    must(addNote(core, follow))
    must(addNote(core, { ...follow, commandId: id(), noteId: id(), dueOn: '2027-03-01' }))
    expect(refusal(addNote(core, { ...follow, commandId: id(), dueOn: null })).code).toBe('follow-up-day')
    expect(must(dueFollowUps(core))).toMatchObject([{ memberName: wealthy.person.name, text: '问新品意见' }])
    must(endFollowUp(core, { commandId: id(), noteId: follow.noteId }))
    const { head } = core.store
    must(endFollowUp(core, { commandId: id(), noteId: follow.noteId }))
    expect(core.store.head).toEqual(head)
    expect(must(dueFollowUps(core))).toEqual([])
    expect(must(memberFile(core, memberId)).notes).toHaveLength(3)
    expect(refusal(endFollowUp(core, { commandId: id(), noteId: note.noteId })).code).toBe('follow-up-unknown')
    for (const secret of ['面包有点咸', '问新品意见']) expect(keptText(core)).not.toContain(secret)
  })
})

describe('a card', () => {
  const card = cardOf(wealthy)

  test('lost pays nothing until it is found, which wants a supervisor', async () => {
    must(await changeCard(core, { commandId: id(), cardNumber: card, change: 'lose', reason: 'customer' }))
    expect(refusal(attachCard(core, { ...onOrder(core), cardNumber: card }))).toEqual({
      code: 'card-lost',
      params: { tail: '0019' },
    })
    const found = { commandId: id(), cardNumber: card, change: 'find' as const, reason: 'customer' }
    expect(refusal(await changeCard(core, found)).code).toBe('approval-required')
    expect(refusal(await changeCard(core, { ...found, approval: { ...supervisor, pin: '000000' } })).code).toBe(
      'approval-wrong',
    )
    must(await changeCard(core, { ...found, approval: supervisor }))
    must(await changeCard(core, { ...found, approval: supervisor }))
    must(attachCard(core, { ...onOrder(core), cardNumber: card }))
    expect(must(memberFile(core, wealthy.memberId)).cards[0]?.events).toMatchObject([
      { kind: 'find', by: people.cashier.name, approvedBy: people.supervisor.name },
      { kind: 'lose', approvedBy: null },
    ])
  })

  test('replaced: the old one is closed, the new one pays from the same account', () => {
    must(replaceCard(core, { commandId: id(), cardNumber: cardOf(withLostCard), card: blank(77), reason: 'customer' }))
    expect(refusal(attachCard(core, { ...onOrder(core), cardNumber: cardOf(withLostCard) })).code).toBe('card-closed')
    must(attachCard(core, { ...onOrder(core), cardNumber: blank(77) }))
    take(core, 'BUN')
    startPaying(core)
    checkOut(core, 'stored-value')
    expect(must(memberFile(core, withLostCard.memberId)).account.principalFen).toBeLessThan(5000)
    expect(
      refusal(replaceCard(core, { commandId: id(), cardNumber: card, card: blank(77), reason: 'damaged' })).code,
    ).toBe('card-taken')
  })

  test('frozen and unfrozen by a supervisor; what stands in the way is said', async () => {
    till.signIn('supervisor')
    const frozen = cardOf(withFrozenCard)
    expect(
      refusal(await changeCard(core, { commandId: id(), cardNumber: frozen, change: 'freeze', reason: 'misuse' })),
    ).toEqual({
      code: 'card-frozen',
      params: { tail: '0043' },
    })
    expect(
      refusal(replaceCard(core, { commandId: id(), cardNumber: frozen, card: blank(78), reason: 'other' })).code,
    ).toBe('card-frozen')
    must(await changeCard(core, { commandId: id(), cardNumber: frozen, change: 'unfreeze', reason: 'mistake' }))
    expect(
      refusal(await changeCard(core, { commandId: id(), cardNumber: frozen, change: 'find', reason: 'other' })).code,
    ).toBe('card-active')
    expect(
      refusal(await changeCard(core, { commandId: id(), cardNumber: '1', change: 'lose', reason: 'other' })).code,
    ).toBe('card-unknown')
  })

  test('is issued to a member who had none, and a second one leads to the same account', () => {
    const { memberId } = withoutCard
    const first = { commandId: id(), memberId, card: 'new' }
    must(issueCard(core, first))
    must(issueCard(core, first))
    must(issueCard(core, { commandId: id(), memberId, card: blank(90) }))
    expect(must(memberFile(core, memberId)).cards.map((own) => own.status)).toEqual(['active', 'active'])
  })

  test('lost while its basket is being paid: the sale is refused', async () => {
    must(attachCard(core, { ...onOrder(core), cardNumber: card }))
    take(core, 'BUN')
    startPaying(core)
    must(await changeCard(core, { commandId: id(), cardNumber: card, change: 'lose', reason: 'customer' }))
    expect(() => checkOut(core, 'stored-value')).toThrow('card-lost')
  })
})

describe('two files of one person', () => {
  test('become one: value, cards, coupons, growth; the alias is no longer found and leads on', async () => {
    const merge = { commandId: id(), memberId: nearSilver.memberId, otherId: wealthy.memberId }
    expect(refusal(await mergeMembers(core, merge)).code).toBe('approval-required')
    must(await mergeMembers(core, { ...merge, approval: supervisor }))
    const { head } = core.store
    must(await mergeMembers(core, { ...merge, approval: supervisor }))
    expect(core.store.head).toEqual(head)
    const file = must(memberFile(core, wealthy.memberId))
    expect(file).toMatchObject({
      memberId: nearSilver.memberId,
      account: { principalFen: 300_000, bonusFen: 100_000, points: 1300 },
      tier: { label: { zh: '金卡' } },
    })
    expect(file.cards).toHaveLength(2)
    expect(file.coupons).toHaveLength(2)
    expect(core.members.find(wealthy.person.phone, 5)).toEqual([])
    expect(core.members.byId(wealthy.memberId)?.name).toBe(wealthy.person.name)
    must(attachCard(core, { ...onOrder(core), cardNumber: cardOf(wealthy) }))
    expect(core.memory.order.memberId).toBe(nearSilver.memberId)
    must(attachMember(core, { ...onOrder(core), memberId: wealthy.memberId }))
    expect(core.memory.order.memberId).toBe(nearSilver.memberId)
    take(core, 'BUN')
    startPaying(core)
    checkOut(core, 'stored-value')
    expect(refusal(await mergeMembers(core, { ...merge, commandId: id(), approval: supervisor })).code).toBe(
      'merge-same',
    )
  })

  test('not while one of them stands at the till, nor with nobody', async () => {
    must(attachMember(core, { ...onOrder(core), memberId: wealthy.memberId }))
    const merge = { commandId: id(), memberId: nearSilver.memberId, otherId: wealthy.memberId, approval: supervisor }
    expect(refusal(await mergeMembers(core, merge)).code).toBe('merge-in-basket')
    expect(refusal(await mergeMembers(core, { ...merge, otherId: id() })).code).toBe('member-unknown')
  })
})
