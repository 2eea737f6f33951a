/**
 * The colours of the till: rice paper, ink, jade, cinnabar, amber.
 * Invariant: each value here equals the CSS variable of the same name in tokens.css (a test compares them), because
 * antd needs real colours to derive its own and the sell screen needs plain CSS.
 */
export const palette = {
  paper: '#f4f1ea',
  'paper-2': '#ebe6da',
  card: '#fffdf8',
  'card-2': '#fbf8f0',
  ink: '#1d1b18',
  'ink-2': '#5f594f',
  'ink-3': '#7a7265',
  line: '#e4ded2',
  jade: '#0e6a5b',
  'jade-2': '#e3f0ec',
  'jade-ink': '#0a4f44',
  cinnabar: '#b83427',
  'cinnabar-2': '#fbeae6',
  amber: '#8d5706',
  'amber-2': '#fbf1dd',
} as const

export const fontFamily =
  '"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif'
