package org.freihafen.breach.quay;

class Crier {

    void cry() {
        System.out.println("land ahoy");
    }
}
