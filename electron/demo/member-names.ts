/**
 * Names of the demo's members: the common surnames by weight, some compound ones, a few long names of minorities and
 * of foreigners, so that no screen or receipt is tried with three characters only.
 *
 * Invariants: at most 20 characters (UTF-16 units); all of the names are put together, none is meant for a person.
 */

import type { SeededRandom } from './seeded-random.ts'

export type Sex = 'female' | 'male'

/** Surnames, the frequent ones repeated by the weight in front. */
const SURNAME_WEIGHTS: readonly (readonly [number, string])[] = [
  [14, '王李张刘陈'],
  [8, '杨黄赵吴周'],
  [4, '徐孙马朱胡郭何高林罗'],
  [2, '郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈'],
  [1, '姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'],
]

const SURNAMES: readonly string[] = SURNAME_WEIGHTS.flatMap(([weight, characters]) =>
  characters.repeat(weight).split(''),
)

const COMPOUND_SURNAMES: readonly string[] = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '皇甫',
  '尉迟',
  '单于',
  '令狐',
  '慕容',
  '东方',
  '夏侯',
  '司徒',
  '端木',
  '百里',
]

const FEMALE_CHARACTERS: readonly string[] =
  '雅婷静怡欣悦梦琪诗涵思雨佳慧敏丽芳娟秀英玲燕红霞梅兰萍颖洁雪琳倩蕾薇莉娜晓瑶彤妍若曦语桐梓萱可馨子涵书宁知夏'.split(
    '',
  )

const MALE_CHARACTERS: readonly string[] =
  '伟强磊军勇杰涛明超刚平辉鹏华飞斌波宇浩然子轩博文俊熙泽楠志远建国庆海峰晨阳嘉豪天佑皓景行立诚家栋永康思源承泽'.split(
    '',
  )

const LONG_NAMES: readonly (readonly [string, Sex])[] = [
  ['阿依努尔·吐尔逊', 'female'],
  ['买买提·艾合买提', 'male'],
  ['古丽娜尔·阿卜杜热合曼', 'female'],
  ['阿卜杜外力·买买提吐尔逊', 'male'],
  ['扎西多吉', 'male'],
  ['卓玛央金', 'female'],
  ['乌兰图雅', 'female'],
  ['巴特尔·孟和', 'male'],
  ['Maria Fernández', 'female'],
  ['Jean-Luc Moreau', 'male'],
  ['Emily O’Connor', 'female'],
  ['Nguyễn Thị Hương', 'female'],
  ['山田 花子', 'female'],
  ['김민준', 'male'],
]

/** A name and the sex that it goes with: one in a hundred compound, four in a thousand long, the rest Han names. */
export function drawMemberName(random: SeededRandom): { name: string; sex: Sex } {
  if (random.chance(4)) {
    const [name, sex] = random.pick(LONG_NAMES)
    return { name, sex }
  }
  const surname = random.chance(10) ? random.pick(COMPOUND_SURNAMES) : random.pick(SURNAMES)
  const sex: Sex = random.chance(680) ? 'female' : 'male'
  const characters = sex === 'female' ? FEMALE_CHARACTERS : MALE_CHARACTERS
  const second = random.chance(840) ? random.pick(characters) : ''
  return { name: `${surname}${second}${random.pick(characters)}`, sex }
}
