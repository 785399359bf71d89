import { render } from 'preact';
import { App } from './app.tsx';
import { speak } from './words/words.ts';

speak(navigator.language);

const root = document.getElementById('app');
if (root) render(<App />, root);
