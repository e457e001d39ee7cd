import { mount } from 'svelte';
import '../ui/tokens.css';
import '../ui/fonts.css';
import './screen.css';
import { SCREEN_WORDS } from '../words/screen/all.ts';
import { speak } from '../words/words.svelte.ts';
import App from './App.svelte';

const target = document.getElementById('app');
if (target) void speak(SCREEN_WORDS, navigator.languages).then(() => mount(App, { target }));
