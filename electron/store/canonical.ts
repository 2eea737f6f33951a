/** Canonical bytes (RFC 8785) of what is hashed and kept as written. */
import canonicalize from 'canonicalize'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Canonical JSON text. Throws on what JSON cannot say (undefined, NaN). */
export function canonical(value: Json): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('a value that JSON cannot say')
  return text
}
