import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { listenForCutText } from './lib/cut-text.ts';
import { applySettings } from './lib/settings-store.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';

applySettings();
listenForCutText(document);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html holds no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
