/**
 * Fonts that hold Chinese, where the three systems keep them. Found by looking at fixed paths only: scanning every
 * installed font takes seconds on some machines.
 */
import { existsSync } from 'node:fs'

/** In the order of preference: fonts whose ASCII is half an ideograph wide look most like a printer's. */
export const CHINESE_FONT_FAMILIES: readonly string[] = [
  'Noto Sans Mono CJK SC',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'SimHei',
  'Microsoft YaHei',
  'DengXian',
  'SimSun',
  'PingFang SC',
  'Hiragino Sans GB',
  'STHeiti',
  'Heiti SC',
  'WenQuanYi Zen Hei Mono',
  'WenQuanYi Micro Hei Mono',
]

const FONT_FILES: readonly string[] = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc',
  '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc',
  'C:\\Windows\\Fonts\\simhei.ttf',
  'C:\\Windows\\Fonts\\msyh.ttc',
  'C:\\Windows\\Fonts\\Deng.ttf',
  'C:\\Windows\\Fonts\\simsun.ttc',
  '/System/Library/Fonts/PingFang.ttc',
  '/System/Library/Fonts/Hiragino Sans GB.ttc',
  '/System/Library/Fonts/STHeiti Medium.ttc',
]

/** The first Chinese font file of this machine; undefined where none is at a known place. */
export function chineseFontFile(): string | undefined {
  return FONT_FILES.find((path) => existsSync(path))
}
