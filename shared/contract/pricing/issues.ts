/**
 * What is wrong with a value, where, and which of two errors comes first.
 *
 * Invariant: the order is total and depends on the content only: within an object what is missing, then what is
 * unknown, then the values in the order of the specification; within a list the earlier place; what is said of a whole
 * comes after what is said of its parts.
 */
import type { z } from 'zod'
import { compareIds } from '../../domain/pricing/offer.ts'

export type Path = readonly (string | number)[]

export interface Issue {
  readonly path: Path
  readonly kind: 'missing' | 'unknown' | 'value'
  /** The end of a sentence whose subject is the path. */
  readonly says: string
}

/** The fields of the object at `path`, in the order of the specification. */
export type FieldOrder = (path: Path) => readonly string[]

const KIND_ORDER = { missing: 0, unknown: 1, value: 2 } as const

/** `basket[0].sku`; '' for the whole. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  )
}

/** The value at `path` of unknown data; undefined where there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}

/** zod's issues, one for each field that is unknown. */
export function fromZod(error: z.ZodError, data: unknown, prefix: Path = []): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    const path = [...prefix, ...issue.path.filter((step) => typeof step !== 'symbol')]
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...path, key],
        kind: 'unknown',
        says: 'is not a field that exists here',
      }))
    }
    if (path.length > 0 && valueAt(data, path) === undefined) return [{ path, kind: 'missing', says: 'is missing' }]
    const isNoObject = issue.code === 'invalid_type' && issue.expected === 'object'
    return [{ path, kind: 'value', says: isNoObject ? 'must be an object' : issue.message }]
  })
}

/** The issue that is named: the first in the order of the specification; null where there is none. */
export function firstIssue(issues: readonly Issue[], fieldOrder: FieldOrder): Issue | null {
  let first: Issue | null = null
  for (const issue of issues) if (first === null || compareIssues(issue, first, fieldOrder) < 0) first = issue
  return first
}

/** All of them, the one that is named first. */
export function inOrder(issues: readonly Issue[], fieldOrder: FieldOrder): Issue[] {
  return [...issues].sort((a, b) => compareIssues(a, b, fieldOrder))
}

function compareIssues(a: Issue, b: Issue, fieldOrder: FieldOrder): number {
  let depth = 0
  while (depth < a.path.length && depth < b.path.length && a.path[depth] === b.path[depth]) depth += 1
  const stepA = a.path[depth]
  const stepB = b.path[depth]
  if (stepA === undefined || stepB === undefined) return b.path.length - a.path.length
  if (typeof stepA === 'number' || typeof stepB === 'number') return Number(stepA) - Number(stepB)
  const kindA = a.path.length === depth + 1 ? a.kind : 'value'
  const kindB = b.path.length === depth + 1 ? b.kind : 'value'
  if (kindA !== kindB) return KIND_ORDER[kindA] - KIND_ORDER[kindB]
  if (kindA === 'unknown') return compareIds(stepA, stepB)
  const order = fieldOrder(a.path.slice(0, depth))
  return order.indexOf(stepA) - order.indexOf(stepB)
}
