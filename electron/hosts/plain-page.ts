/** A page of one message, without any script: why the till did not open, and what to do. */

export interface PlainMessage {
  readonly zh: string
  readonly en: string
  /** a way to try again: a link to the till's own page */
  readonly retryUrl?: string
}

export function plainPage({ zh, en, retryUrl }: PlainMessage): string {
  const retry = retryUrl === undefined ? '' : `<p><a href="${escapeHtml(retryUrl)}">再试一次 / Try again</a></p>`
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>掌柜</title><style nonce="__STYLE_NONCE__">
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f4f1ea;color:#2b2a27;
font:20px/1.7 'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif}
main{max-width:40em;padding:40px 48px;margin:24px;background:#fbf9f4;border-radius:16px;box-shadow:0 8px 32px #2b2a2714}
h1{font-size:24px;margin:0 0 12px;color:#a3402c}p{margin:0 0 12px;overflow-wrap:anywhere}.en{font-size:16px;color:#6b675e}
a{display:inline-block;margin-top:12px;padding:12px 28px;border-radius:10px;background:#2f6b57;color:#fff;text-decoration:none}
</style></head><body><main role="alert"><h1>掌柜没有打开</h1><p>${escapeHtml(zh)}</p><p class="en" lang="en">${escapeHtml(en)}</p>${retry}</main></body></html>
`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
