#!/bin/sh
. ./common.sh
command -v perl >/dev/null || missing "perl is missing"
perl -MJSON -MLWP::UserAgent -MClass::Accessor -MDateTime -MLog::Any -MModule::Runtime -MURI::Query -e 1 2>/dev/null ||
  missing "perl with JSON, LWP, Class::Accessor, DateTime, Log::Any, Module::Runtime and URI::Query is missing"
# The generated client walks hashes: without a fixed order it loses other members in each process.
export PERL_HASH_SEED=0 PERL_PERTURB_KEYS=0
exec perl -Iclient/lib harness.pl
