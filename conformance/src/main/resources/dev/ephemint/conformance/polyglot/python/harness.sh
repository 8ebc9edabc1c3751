#!/bin/sh
. ./common.sh
need_python
PYTHONPATH=client exec "$python" harness.py
