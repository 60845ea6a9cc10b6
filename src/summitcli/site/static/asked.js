// What an address asks for (?...) is shown by another script: nothing is seen before, and moves.
// Every page has this after its style sheet: a browser then lays it out once, not also without style.
"use strict";

if (location.search) document.documentElement.dataset.asked = "";
