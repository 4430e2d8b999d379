package org.freihafen.breach.quay;

import com.github.sardine.Sardine;

record SardineOnTheQuay(Sardine client) {}
