/** Hands a file that the core or the page has made to the user, who chooses where it goes. */

export function saveBase64(fileName: string, base64: string): void {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  save(fileName, new Blob([bytes], { type: 'application/octet-stream' }))
}

/** A mark at its start tells spreadsheet programs that it is UTF-8. */
export function saveText(fileName: string, text: string): void {
  save(fileName, new Blob(['\uFEFF', text], { type: 'text/csv' }))
}

function save(fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // the browser has taken the bytes by the next turn
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
