import { mount } from 'svelte';
import '../ui/tokens.css';
import '../ui/fonts.css';
import './screen.css';
import { SCREEN_WORDS } from '../words/screen/all.ts';
import { speak } from '../words/words.svelte.ts';
import App from './App.svelte';
import { presentRoute } from './route.ts';

const target = document.getElementById('app');
// The remote speaks English, as the console does.
const wanted = presentRoute(location.pathname).page === 'remote' ? ['en'] : navigator.languages;
if (target) void speak(SCREEN_WORDS, wanted).then(() => mount(App, { target }));
