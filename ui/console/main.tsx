import { render } from 'preact';
import { App } from './app.tsx';
import { startKeyboard } from './keyboard.ts';
import { connect } from './store.ts';

const root = document.getElementById('app');
if (root) render(<App />, root);
startKeyboard();
connect();
