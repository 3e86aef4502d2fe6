import { render } from 'preact';
import { App } from './app.tsx';

// `?msw` in the address: no server at all, the service worker answers from the documents.
if (new URLSearchParams(location.search).has('msw')) {
  const { startMocking } = await import('./mocking.ts');
  await startMocking();
}

const root = document.getElementById('app');
if (root) render(<App />, root);
