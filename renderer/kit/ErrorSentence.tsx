/** What went wrong and what to do, in one sentence, read out by assistive technology. Renders nothing without a text. */
import css from './ErrorSentence.module.css'

export function ErrorSentence({ text, testId = 'error-sentence' }: { text: string | null; testId?: string }) {
  return (
    <div role="alert" aria-live="assertive" data-testid={text === null ? undefined : testId}>
      {text === null ? null : (
        <div className={css['sentence']} key={text}>
          <span className={css['mark']} aria-hidden="true">
            !
          </span>
          {text}
        </div>
      )}
    </div>
  )
}
