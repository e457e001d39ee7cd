import { mount } from 'svelte';
import '../ui/tokens.css';
import './phone.css';
import { PHONE_WORDS } from '../words/phone/all.ts';
import { speak } from '../words/words.svelte.ts';
import App from './App.svelte';

const target = document.getElementById('app');
if (target) void speak(PHONE_WORDS, navigator.languages).then(() => mount(App, { target }));
