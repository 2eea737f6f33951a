/** What the paper printer and its worker say to each other. */

export type PaperRequest = { readonly requestId: number; readonly bytes: Uint8Array }

export type PaperReply =
  | { readonly requestId: number; readonly png: Uint8Array }
  | { readonly requestId: number; readonly error: string }
