import { mount } from 'svelte';
import '../ui/tokens.css';
import './phone.css';
import App from './App.svelte';
import { speakAsPhone } from './phone-language.ts';

const target = document.getElementById('app');
if (target) void speakAsPhone().then(() => mount(App, { target }));
