: The node of Ranvier of McIntyre, Richardson & Grill, J Neurophysiol 87:995 (2002), written for this comparison from the
: published equations: fast and persistent sodium, slow potassium, leak, at 37 degrees.
NEURON {
    SUFFIX mammalian_node
    NONSPECIFIC_CURRENT i_sodium, i_potassium, i_leak
    RANGE g_fast, g_persistent, g_slow, g_leak, e_sodium, e_potassium, e_leak
    THREADSAFE
}

UNITS {
    (mA) = (milliamp)
    (mV) = (millivolt)
    (S) = (siemens)
}

PARAMETER {
    g_fast = 3.0 (S/cm2)
    g_persistent = 0.01 (S/cm2)
    g_slow = 0.08 (S/cm2)
    g_leak = 0.007 (S/cm2)
    e_sodium = 50 (mV)
    e_potassium = -90 (mV)
    e_leak = -90 (mV)
}

ASSIGNED {
    v (mV)
    i_sodium (mA/cm2)
    i_potassium (mA/cm2)
    i_leak (mA/cm2)
    m_inf
    h_inf
    p_inf
    s_inf
    m_tau (ms)
    h_tau (ms)
    p_tau (ms)
    s_tau (ms)
    warmth_m
    warmth_h
    warmth_s
}

STATE { m h p s }

INITIAL {
    : not as parameters, of which the translator keeps six digits
    warmth_m = 2.2^1.7
    warmth_h = 2.9^1.7
    warmth_s = 3^0.1
    rates(v)
    m = m_inf
    h = h_inf
    p = p_inf
    s = s_inf
}

BREAKPOINT {
    SOLVE gates METHOD cnexp
    i_sodium = (g_fast*m*m*m*h + g_persistent*p*p*p)*(v - e_sodium)
    i_potassium = g_slow*s*(v - e_potassium)
    i_leak = g_leak*(v - e_leak)
}

DERIVATIVE gates {
    rates(v)
    m' = (m_inf - m)/m_tau
    h' = (h_inf - h)/h_tau
    p' = (p_inf - p)/p_tau
    s' = (s_inf - s)/s_tau
}

: a x / (1 - exp(-x/c)), whose value at x = 0 is a c
FUNCTION linear(x (mV), a, c (mV)) {
    if (fabs(x) < 1e-7) {
        linear = a*c
    } else {
        linear = a*x/(1 - exp(-x/c))
    }
}

PROCEDURE rates(v (mV)) {
    LOCAL a, b
    a = warmth_m*linear(v + 21.4, 1.86, 10.3)
    b = warmth_m*linear(-(v + 25.7), 0.086, 9.16)
    m_tau = 1/(a + b)
    m_inf = a*m_tau
    a = warmth_h*linear(-(v + 114), 0.062, 11)
    b = warmth_h*2.3/(1 + exp(-(v + 31.8)/13.4))
    h_tau = 1/(a + b)
    h_inf = a*h_tau
    a = warmth_m*linear(v + 27, 0.01, 10.2)
    b = warmth_m*linear(-(v + 34), 0.00025, 10)
    p_tau = 1/(a + b)
    p_inf = a*p_tau
    a = warmth_s*0.3/(1 + exp(-(v + 53)/5))
    b = warmth_s*0.03/(1 + exp(-(v + 90)))
    s_tau = 1/(a + b)
    s_inf = a*s_tau
}
