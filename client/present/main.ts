import { mount } from 'svelte';
import '../ui/tokens.css';
import '../ui/fonts.css';
import './screen.css';
import App from './App.svelte';

const target = document.getElementById('app');
if (target) mount(App, { target });
