/** The renderer's start: tokens, connection, first paint. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './theme/tokens.css'
import './theme/base.css'
import { App } from './App.tsx'
import { connect } from './connection/connect.ts'
import { keepConnected } from './state/app-store.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
void keepConnected(connect)
