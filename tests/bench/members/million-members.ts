/**
 * A members.db of a million: made once by bulk inserts, its indexes last, kept under out/bench and found again. Names are
 * drawn as the demo's are, surnames by their weight, so that a search meets as many namesakes as a shop does.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { makeSeededRandom } from '../../../electron/demo/seeded-random.ts'
import { nameKeys } from '../../../electron/store/members/name-keys.ts'
import { openMembersDb } from '../../../electron/store/members/members-db.ts'
import { must } from '../bench-till.ts'

export const MEMBERS = 1_000_000
const BATCH = 100_000
export const MIGRATIONS = join(import.meta.dirname, '..', '..', '..', 'migrations', 'members')

export const cardOf = (index: number): string => `88${String(index).padStart(11, '0')}`
/** spread, so that neighbours in the index are no neighbours in the table */
export const phoneOf = (index: number): string => `13${String((index * 7_919_777) % 1_000_000_000).padStart(9, '0')}`
const memberIdOf = (index: number): string => {
  const spread = ((index * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0')
  return `019a${spread.slice(0, 4)}-${spread.slice(4)}-7000-8000-${index.toString(16).padStart(12, '0')}`
}

const COMMON_SURNAMES = Array.from('王李张刘陈杨黄赵吴周')
const SURNAMES = Array.from(
  '徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
)
const GIVEN = Array.from(
  '雅婷静怡欣悦梦琪诗涵思雨佳慧敏丽芳娟秀英玲燕红霞梅兰萍颖洁雪琳倩蕾薇莉娜晓瑶彤妍若曦语桐梓萱可馨子书宁知伟强磊军勇杰涛明超刚平辉鹏华飞斌波宇浩然轩博文俊熙泽楠志远建国庆海峰晨阳嘉豪天佑皓景行立诚家栋永康源承光亮云龙凤春秋冬山松柏青',
)
const TIERS = ['std', 'silver', 'gold', 'black']
const TWO_CHARACTERS = 0.15

/** The folder that holds it; another format of members.db is another folder. */
export function millionMembers(folder: string): string {
  const home = join(folder, `members-${MEMBERS}-format-${readdirSync(MIGRATIONS).length}`)
  if (existsSync(home)) return home
  const draft = `${home}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  must(openMembersDb({ folder: draft, migrations: MIGRATIONS })).close()
  fill(join(draft, 'members.db'))
  renameSync(draft, home)
  return home
}

/** The keys of a name from those of its characters, which are read once each. */
function keysByCharacter(): (surname: string, given: string) => { initials: string; pinyin: string } {
  const known = new Map<string, { initials: string; pinyin: string }>()
  const keysOf = (character: string) => {
    const keys = known.get(character) ?? nameKeys(character)
    known.set(character, keys)
    return keys
  }
  return (surname, given) => {
    const parts = [surname, ...Array.from(given)].map(keysOf)
    return { initials: parts.map((keys) => keys.initials).join(''), pinyin: parts.map((keys) => keys.pinyin).join('') }
  }
}

function fill(path: string): void {
  const sqlite = new Database(path)
  sqlite.pragma('synchronous = OFF')
  const indexes = sqlite
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    )
    .all()
  for (const { name } of indexes) sqlite.exec(`DROP INDEX ${name}`)
  const putMember = sqlite.prepare(
    `INSERT INTO members (member_id, name, given_name, initials, pinyin, phone, phone_tail, birthday, tier_id, tags, card_number, card_status)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, 'active')`,
  )
  const putCard = sqlite.prepare("INSERT INTO cards (card_number, member_id, status) VALUES (?, ?, 'active')")
  const random = makeSeededRandom(11, 'million-members')
  const pick = (from: readonly string[]): string => from[random.below(from.length)] ?? ''
  const keys = keysByCharacter()
  const putBatch = sqlite.transaction((from: number) => {
    for (let index = from; index < from + BATCH; index += 1) {
      const surname = random.below(5) < 2 ? pick(COMMON_SURNAMES) : pick(SURNAMES)
      const given = pick(GIVEN) + (random.below(1000) < TWO_CHARACTERS * 1000 ? '' : pick(GIVEN))
      const { initials, pinyin } = keys(surname, given)
      const phone = phoneOf(index)
      const birthday = `${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`
      const id = memberIdOf(index)
      const tier = TIERS[index % TIERS.length] ?? null
      putMember.run(id, surname + given, given, initials, pinyin, phone, phone.slice(-4), birthday, tier, cardOf(index))
      putCard.run(cardOf(index), id)
    }
  })
  for (let from = 0; from < MEMBERS; from += BATCH) putBatch(from)
  for (const { sql } of indexes) sqlite.exec(sql)
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  sqlite.close()
}
