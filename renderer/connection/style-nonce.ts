/**
 * The value by which the page's security policy knows style elements that are ours. Whatever makes a <style> element
 * while the page runs must set it; style properties and style sheets of files need nothing.
 */
export function styleNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')
  return meta?.nonce === '' ? undefined : meta?.nonce
}
