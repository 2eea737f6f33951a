/** A page that shows whether the printer is right: Chinese, columns to the edge, the yuan sign. */
import { columnsOfPaper } from '../../../shared/domain/receipt/paper-text.ts'
import { escapeField } from '../../../shared/domain/receipt/receiptline-source.ts'
import { minuteTextOf } from '../../../shared/domain/day/calendar.ts'
import type { Settings } from '../../../shared/contract/back-office.ts'
import type { Core } from '../../core.ts'

export function testPage(core: Core, settings: Settings): string {
  const ruler = '1234567890'.repeat(5).slice(0, columnsOfPaper(settings.paperMm))
  return [
    `^^^${escapeField('打印测试')}`,
    escapeField(settings.shopName),
    minuteTextOf(core.clock.now(), core.offsetMinutes),
    ruler,
    `${escapeField('法式黄油可颂')} | ${escapeField('￥12.00')}`,
    escapeField('以上数字应正好占满一行'),
  ].join('\n\n')
}
