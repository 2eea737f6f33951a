/**
 * Languages: Chinese by default, English at a tap, remembered on this machine.
 * A text table (shared/text/*.ts) is a plain object of {zh, en, enOne?}; `useText(table)` gives a typed `t`, and the
 * table travels in the chunk of the screen that uses it. `{{name}}` in a text is filled from the parameters; `enOne`
 * is the English singular, chosen by the parameter `count`.
 */
import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Label } from '../shared/contract/primitives.ts'

export type Locale = 'zh' | 'en'

export interface TextEntry {
  readonly zh: string
  readonly en: string
  readonly enOne?: string
}
export type TextTable = Readonly<Record<string, TextEntry>>
export type TextParams = Readonly<Record<string, string | number>>
export type Translate<T extends TextTable> = (key: keyof T & string, params?: TextParams) => string

const STORAGE_KEY = 'zhanggui.locale'
const i18n = i18next.createInstance()
const namespaces = new WeakMap<TextTable, string>()
let namespaceCount = 0

function rememberedLocale(): Locale {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

void i18n.use(initReactI18next).init({
  lng: rememberedLocale(),
  fallbackLng: 'zh',
  resources: {},
  ns: [],
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
})
applyToDocument(currentLocale())

/** The namespace of a table, registered with both languages the first time it is asked for. */
function namespaceOf(table: TextTable): string {
  const known = namespaces.get(table)
  if (known !== undefined) return known
  const namespace = `table-${(namespaceCount += 1)}`
  const zh: Record<string, string> = {}
  const en: Record<string, string> = {}
  for (const [key, entry] of Object.entries(table)) {
    zh[key] = entry.zh
    en[key] = entry.en
    if (entry.enOne !== undefined) en[`${key}_one`] = entry.enOne
  }
  i18n.addResourceBundle('zh', namespace, zh)
  i18n.addResourceBundle('en', namespace, en)
  namespaces.set(table, namespace)
  return namespace
}

/** A typed translator of `table`; the component renders again when the language changes. */
export function useText<T extends TextTable>(table: T): Translate<T> {
  const { t } = useTranslation(namespaceOf(table), { i18n })
  return useCallback((key, params) => t(key, params ?? {}), [t])
}

/** The language in use, as a value that renders again when it changes. */
export function useLocale(): Locale {
  const { i18n: instance } = useTranslation([], { i18n })
  return instance.language === 'en' ? 'en' : 'zh'
}

/** Picks a shop's own text ({zh, en}) in the language in use; an empty English name falls back to the Chinese one. */
export function useLabel(): (label: Label) => string {
  const locale = useLocale()
  return useCallback((label) => labelIn(label, locale), [locale])
}

export function labelIn(label: Label, locale: Locale): string {
  return label[locale] === '' ? label.zh : label[locale]
}

export function currentLocale(): Locale {
  return i18n.language === 'en' ? 'en' : 'zh'
}

export function setLocale(locale: Locale): void {
  void i18n.changeLanguage(locale)
  applyToDocument(locale)
  try {
    localStorage.setItem(STORAGE_KEY, locale)
  } catch {
    // A browser that forbids storage keeps the language for this window only.
  }
}

function applyToDocument(locale: Locale): void {
  if (typeof document !== 'undefined') document.documentElement.lang = locale === 'en' ? 'en' : 'zh-CN'
}
