/** Finding members while typing, over a projection that follows store.db and can be thrown away. */
import Database from 'better-sqlite3'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importMembers } from '../../../electron/features/setup/import-members.ts'
import { nameKeys } from '../../../electron/store/members/name-keys.ts'
import { openMembersDb } from '../../../electron/store/members/members-db.ts'
import { migrate } from '../../../electron/store/migrate.ts'
import type { OpeningMember } from '../../../electron/store/opening-members.ts'
import { openSellingTill, type SellingTill } from '../../till/selling-till.ts'
import { must } from '../../till/small-shop.ts'
import { cardOf, nearSilver, wealthy, withLostCard } from '../../till/small-shop-members.ts'

const MIGRATIONS = join(import.meta.dirname, '..', '..', '..', 'migrations', 'members')

const person = (ordinal: number, name: string, phone: string, cards: OpeningMember['cards'] = []): OpeningMember => ({
  memberId: `019a0000-0000-7000-b000-${String(ordinal).padStart(12, '0')}`,
  tierId: null,
  tags: [],
  person: { name, phone, birthday: null, sex: null },
  cards,
  lots: [],
  growth: [],
  coupons: [],
})

const zeng = person(1, '曾雅婷', '13700001111')
const lv = person(2, '吕丽娜', '13700002222')
const shan = person(3, '单于飞', '+85291234567')
const long = person(4, '阿卜杜外力·买买提吐尔逊', '13700004444')
const tom = person(5, 'Tom Baker', '13700005555')
const twice = person(6, '王王', '13700006666', [
  { number: '8800000000902', status: 'lost' },
  { number: '8800000000910', status: 'active' },
])

let till: SellingTill
beforeEach(async () => {
  till = await openSellingTill()
  must(await importMembers(till.core, [zeng, lv, shan, long, tom, twice], till.core.newId))
})
afterEach(() => till.close())

const found = (query: string, limit = 20): string[] => till.core.members.find(query, limit).map((row) => row.name)

describe('a member is found', () => {
  test.each([
    ['曾', '曾雅婷'],
    ['雅婷', '曾雅婷'],
    ['zyt', '曾雅婷'],
    ['zengya', '曾雅婷'],
    ['zeng ya ting', '曾雅婷'],
    ['ZengYaTing', '曾雅婷'],
    ['lvlina', '吕丽娜'],
    ['syf', '单于飞'],
    ['shanyufei', '单于飞'],
    ['abudu', '阿卜杜外力·买买提吐尔逊'],
    ['tom', 'Tom Baker'],
    ['tombaker', 'Tom Baker'],
    ['13700001111', '曾雅婷'],
    ['1370000', '曾雅婷'],
    ['1111', '曾雅婷'],
    ['4567', '单于飞'],
    ['+8529', '单于飞'],
    ['8800000000902', '王王'],
    ['88000000009', '王王'],
  ])('by %s', (query, name) => {
    expect(found(query)).toContain(name)
  })

  test('once, though two keys lead there', () => {
    expect(found('王')).toEqual(['王王'])
  })

  test('with the card that may be used, or the one that was asked for', () => {
    expect(till.core.members.find('王王', 5)[0]).toMatchObject({ cardNumber: '8800000000910', cardStatus: 'active' })
    expect(till.core.members.byCard('8800000000902')).toMatchObject({ name: '王王', cardStatus: 'lost' })
    expect(till.core.members.find(withLostCard.person.phone, 5)[0]).toMatchObject({ cardStatus: 'lost' })
  })

  test('at most as many as asked for, and nobody by nonsense', () => {
    expect(found('1370', 3)).toHaveLength(3)
    for (const nonsense of ['%', '_', "' OR 1=1", '\u{10FFFF}', '12', 'qqqq', '甲乙丙'])
      expect(found(nonsense)).toEqual([])
  })

  test('namesakes: the same phone first, then the same name', () => {
    const twins = till.core.members.twins({ phone: lv.person.phone, name: zeng.person.name }, 5)
    expect(twins.map((row) => row.name)).toEqual(['吕丽娜', '曾雅婷'])
  })
})

describe('the projection', () => {
  const all = (path: string): unknown[] => {
    const sqlite = new Database(path, { readonly: true })
    const rows = [
      ...sqlite
        .prepare(
          `SELECT member_id, name, given_name, initials, pinyin, phone, phone_tail, birthday, tier_id, tags, card_number,
            card_status, merged_into FROM members ORDER BY member_id`,
        )
        .all(),
      ...sqlite.prepare('SELECT card_number, member_id, status FROM cards ORDER BY card_number').all(),
      ...sqlite.prepare('SELECT seq FROM cursor').all(),
    ]
    sqlite.close()
    return rows
  }

  test('is the same whether it followed or was made anew', () => {
    const { core, folder } = till
    core.stores.members.putCard({ cardNumber: cardOf(wealthy), memberId: nearSilver.memberId, status: 'frozen' }, 0)
    const moved = core.store.head.seq + 1
    must(
      core.committer.commit({
        commandId: core.newId(),
        content: 'move a card',
        kind: 'card-moved',
        version: 1,
        payload: { at: core.clock.now() },
        audit: [],
        answer: null,
        write: (seq) =>
          core.stores.members.putCard(
            { cardNumber: cardOf(wealthy), memberId: nearSilver.memberId, status: 'active' },
            seq,
          ),
      }),
    )
    expect(core.store.head.seq).toBe(moved)
    core.members.catchUp(core.store)
    expect(core.members.byId(wealthy.memberId)).toMatchObject({ cardNumber: null, cardStatus: null })
    expect(core.members.byCard(cardOf(wealthy))?.memberId).toBe(nearSilver.memberId)
    const fresh = join(folder, 'fresh')
    mkdirSync(fresh)
    const again = must(openMembersDb({ folder: fresh, migrations: MIGRATIONS }))
    again.catchUp(core.store)
    expect(all(join(fresh, 'members.db'))).toEqual(all(join(folder, 'members.db')))
    again.close()
  })

  test('of the format before is emptied and made anew', () => {
    const { core, folder } = till
    const before = all(join(folder, 'members.db'))
    const old = join(folder, 'old')
    const firstOnly = join(folder, 'first-only')
    mkdirSync(old)
    mkdirSync(firstOnly)
    cpSync(join(MIGRATIONS, '0001-replica.sql'), join(firstOnly, '0001-replica.sql'))
    const sqlite = new Database(join(old, 'members.db'))
    expect(migrate(sqlite, firstOnly).ok).toBe(true)
    sqlite.exec(`INSERT INTO cursor VALUES (1, ${core.store.head.seq});
      INSERT INTO members VALUES ('gone', '旧人', 'jr', '1', '1', NULL, NULL, '[]'); INSERT INTO cards VALUES ('1', 'gone', 'active')`)
    sqlite.close()
    rmSync(firstOnly, { recursive: true })
    const members = must(openMembersDb({ folder: old, migrations: MIGRATIONS }))
    members.catchUp(core.store)
    expect(members.find('旧人', 5)).toEqual([])
    expect(all(join(old, 'members.db'))).toEqual(before)
    members.close()
  })
})

test('keys of a name', () => {
  expect(nameKeys('曾雅婷')).toEqual({ initials: 'zyt', pinyin: 'zengyating' })
  expect(nameKeys('吕洞宾')).toEqual({ initials: 'ldb', pinyin: 'lvdongbin' })
  expect(nameKeys('Tom 王')).toEqual({ initials: 'tomw', pinyin: 'tomwang' })
  expect(nameKeys('·')).toEqual({ initials: '', pinyin: '' })
})
