/** A drawn receipt for the fixture till: the proportions of 80 mm paper, words and amounts of one row. */
import type { ReceiptRow } from '../../shared/contract/back-office.ts'

const WIDTH = 576
const LINE = 34

const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

export function fixturePaper(receipt: ReceiptRow): { svg: string; widthDots: number; heightDots: number } {
  const at = new Date(receipt.at).toLocaleString('zh-CN', { hour12: false })
  const lines: [string, string][] = [
    ['单号', receipt.receiptNo],
    ['时间', at],
    ['收银员', receipt.operatorName],
    ['─'.repeat(24), ''],
    ['法式黄油可颂 ×2', '21.60'],
    ['  金卡 9 折', '-2.40'],
    ['冰美式 大杯 ×1', '18.00'],
    ['散称蔓越莓曲奇 0.356kg', '31.34'],
    ['─'.repeat(24), ''],
    ['应付', yuan(receipt.payableFen)],
    [receipt.tenders.map(({ zh }) => zh).join(' + '), yuan(receipt.payableFen)],
    ['─'.repeat(24), ''],
    ...(receipt.memberName === null
      ? []
      : ([
          ['会员', receipt.memberName],
          ['本次积分', '+86'],
        ] as [string, string][])),
    ['凭小票 7 日内可退换', ''],
  ]
  const height = 170 + lines.length * LINE
  const text = lines
    .map(([left, right], index) => {
      const y = 150 + index * LINE
      return `<text x="0" y="${y}">${left}</text><text x="${WIDTH}" y="${y}" text-anchor="end">${right}</text>`
    })
    .join('')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">` +
    `<g font-family="Noto Sans Mono CJK SC, monospace" font-size="24" fill="#000">` +
    `<text x="${WIDTH / 2}" y="50" font-size="44" text-anchor="middle">麦田烘焙</text>` +
    `<text x="${WIDTH / 2}" y="90" text-anchor="middle">徐汇区天平路 18 号</text>${text}</g></svg>`
  return { svg, widthDots: WIDTH, heightDots: height }
}
