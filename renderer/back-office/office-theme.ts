/** The till's antd theme with what only the back office has: a lighter mask over the page, tables without grid lines. */
import type { ThemeConfig } from 'antd'
import { palette } from '../theme/palette.ts'
import { antdTheme } from '../theme/antd-theme.ts'

export const officeTheme: ThemeConfig = {
  ...antdTheme,
  token: {
    ...antdTheme.token,
    colorText: palette.ink,
    colorTextHeading: palette.ink,
    colorTextDescription: palette['ink-3'],
    colorBgMask: 'rgb(60 45 20 / 28%)',
  },
  components: {
    ...antdTheme.components,
    Table: { ...antdTheme.components?.Table, headerSplitColor: 'transparent' },
  },
}

/**
 * Where drawers and dialogs are put. Not the body: for the body antd writes a style element that stops it from
 * scrolling, which it never does here and which the page's security policy refuses.
 */
export const overlayContainer = (): HTMLElement => document.getElementById('root') ?? document.body
