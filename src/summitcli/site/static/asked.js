// What an address asks for (?...) is shown by another script: nothing is seen before, and moves.
"use strict";

if (location.search) document.documentElement.dataset.asked = "";
