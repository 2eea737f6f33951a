/**
 * The page's first script, next to nothing: the page is painted as it stands while the screens and their styles are
 * fetched. As the page's own script and styles they would hold its first paint up.
 */
void import('./main.tsx')
